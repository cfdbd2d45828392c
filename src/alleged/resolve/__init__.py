"""What belongs together: which claim answers which. Suggestions with reasons, never decisions."""
