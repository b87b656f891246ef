"""kaderxl in a page: the command line in a browser, for who has no terminal. `page/` builds it.

`engine` runs a command, or tries it out; `looking` shows a row of a sheet; `reading` has foreign
files read by a second worker of the page; `judging` has metadata held against its schema by
libxml2 of the page.
"""
