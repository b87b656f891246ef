"""Traffic lights of other words than those of chapter 8, as the sheet Lijsten has them."""

_KOP = """
| beoordeling | betekenis | synoniemen | symbool | vulling | tekstkleur | rang | vraagt reden \
| vraagt toelichting | bijzonder |"""

DRIE = f"""{_KOP} reden bij Hapert |
| Loopt | alles gaat zoals bedoeld | op schema | ★ | #CDE7FF | | 2 | nee | nee | | p – personeel |
| Hapert | er is iets mis | niet goed | ☂ | #5B2A86 | #FFFFFF | 1 | ja | ja | | g – geld |
| Klaar | er is niets meer te doen | gereed | ☑ | #1F4E79 | | | nee | nee | klaar | |
"""
"""Three words, of which none says that something does not apply."""

VIJF = f"""{_KOP} reden bij Vertraagd | reden bij In gevaar | reden bij Gestopt |
| Loopt voor | eerder klaar dan bedoeld | | ◆ | #C9E4CA | | 5 | nee | nee | | t – te laat begonnen \
| m – mensen | n – niet nodig |
| Op schema | zoals bedoeld | loopt | ● | #8FC1E3 | #000000 | 4 | nee | nee | | w – weer \
| g – geld | v – vervallen |
| Vertraagd | later dan bedoeld | | ▲ | #FFD166 | | 3 | ja | nee | | | k – kennis | |
| In gevaar | misschien niet | | ◐ | #E76F51 | | 2 | ja | ja | | | | |
| Gestopt | gaat niet door | stil | ■ | #6A040F | | 1 | ja | ja | | | | |
| Voltooid | alles is af | af; klaar | ✔ | #14213D | | 6 | nee | nee | klaar | | | |
| Geldt niet | niet voor ons | nvt | ○ | #D9D9D9 | | | nee | ja | niet van toepassing | | | |
"""
"""Five words for how it goes, one for what is done and one for what does not apply."""
