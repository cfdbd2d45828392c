"""How engines are trained, and on what."""
