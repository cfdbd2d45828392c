"""What belongs together: which claim answers which."""
