"""Whether a document of --json is as docs/schema/ describes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}


def strict(schema: Any) -> Any:
    """The same without room for a key that it does not name: ours are all described."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema else {}
    return {**closed, **{key: strict(part) for key, part in schema.items()}}


REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(strict(schema))) for name, schema in SCHEMAS.items()
)


def faults(name: str, document: Any) -> list[str]:
    validator = Draft202012Validator({"$ref": f"{name}.json"}, registry=REGISTRY)
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)]
