"""The neural engine: one small encoder reads the text, frames tell who says what about whom."""
