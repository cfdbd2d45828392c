"""What is said: frozen dataclasses and enums, standard library only, no I/O. All stages meet here."""
