"""What leaves the house: tables, files, reports, trees and scores."""
