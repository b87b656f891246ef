"""What kaderxl does, one module a command: its function, what that comes to, and how it is told."""
