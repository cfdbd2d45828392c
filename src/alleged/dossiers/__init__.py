"""What people read: views over claims that keep speaker, stance and hedge."""
