"""What programs read: every view as records, and as the columns of a CSV file."""
