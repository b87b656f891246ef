"""What kaderxl does, one module a command.

A command takes the template (None: the shipped one), the folder `output` and, where it takes
long, a `progress` that may wrap the work list; what cannot be done raises NietUitgevoerd.
"""
