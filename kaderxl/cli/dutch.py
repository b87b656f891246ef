"""click's own words in Dutch: it looks them up by their English, so this is its dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click.types

_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
)

_WOORDEN = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Deze uitleg tonen.",
    "Show the version and exit.": "De versie tonen.",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
    "Error: {message}": "Dit ging niet: {message}",
    "Try '{command} {option}' for help.": "Uitleg staat in: {command} {option}",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing option": "Er ontbreekt een optie:",
    "Missing argument": "Er ontbreekt iets:",
    "Missing parameter": "Er ontbreekt iets:",
    "Choose from:\n\t{choices}": "Kies uit: {choices}",
    "Invalid value: {message}": "Deze waarde kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "De waarde van {param_hint} kan niet: {message}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such option: {name}": "De optie {name} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Option {name!r} requires an argument.": "De optie {name!r} heeft een waarde nodig.",
    "Option {name!r} does not take a value.": "De optie {name!r} heeft geen waarde.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen getal.",
    "(Possible options: {possibilities})": "(Bedoelt u een van deze? {possibilities})",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van deze? {possibilities})",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} is geen van {choices}.",
    "Got unexpected extra argument ({args})": "Dit is er te veel: {args}",
    "Got unexpected extra arguments ({args})": "Dit is er te veel: {args}",
}


@contextmanager
def in_dutch() -> Iterator[None]:
    """Give click this dictionary for as long as our command runs; another program keeps its own.

    A word that is not in it stays as it is.
    """
    ours = {"_": _woord, "ngettext": lambda een, meer, n: _woord(een if n == 1 else meer)}
    theirs = [(vars(m), {n: vars(m)[n] for n in ours if n in vars(m)}) for m in _MODULES]
    for module, words in theirs:
        module.update({name: ours[name] for name in words})
    try:
        yield
    finally:
        for module, words in theirs:
            module.update(words)


def _woord(engels: str) -> str:
    return _WOORDEN.get(engels, engels)
