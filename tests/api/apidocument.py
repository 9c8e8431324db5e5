# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads resources/atlas.openapi.json for the comparisons beside this file, without the program's own loader."""
import copy
import json
import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = SOURCE / "resources" / "atlas.openapi.json"
SKIPPED = 77
METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
MEDIA_TYPE = re.compile(r"^application/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+json$")


def reference_file(name):
    """The reference data is not part of the project: without it there is nothing to compare with."""
    shared = pathlib.Path(os.environ.get("TELAMON_SHARED") or SOURCE / ".." / "shared")
    path = shared / "atlas" / name
    if not path.is_file():
        print(f"Skipped: the reference data is not here ({name} not found; TELAMON_SHARED names its folder).")
        sys.exit(SKIPPED)
    return path.read_text(encoding="utf-8")


class Document:
    def __init__(self, tree):
        self.tree = tree

    @classmethod
    def shipped(cls):
        def unique(pairs):
            names = [name for name, _ in pairs]
            doubled = {name for name in names if names.count(name) > 1}
            if doubled:
                raise ValueError(f"member given twice: {', '.join(sorted(doubled))}")
            return dict(pairs)

        return cls(json.loads(DOCUMENT.read_text(encoding="utf-8"), object_pairs_hook=unique))

    def copy(self):
        return Document(copy.deepcopy(self.tree))

    def target(self, reference):
        node = self.tree
        if not reference.startswith("#/"):
            raise KeyError(f"{reference} leads outside the document")
        for part in reference[2:].split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        return node

    def resolved(self, node):
        """The node with its references followed; members beside a $ref win. Fields that it shares by allOf are its own."""
        while "$ref" in node:
            beside = {key: value for key, value in node.items() if key != "$ref"}
            node = {**self.target(node["$ref"]), **beside}
        shared = [self.resolved(part) for part in node.get("allOf", [])]
        if not shared or any(set(part) - {"type", "required", "properties"} for part in shared):
            return node
        whole = {key: value for key, value in node.items() if key != "allOf"}
        whole["properties"] = {}
        for part in (*shared, node):
            whole["properties"].update(part.get("properties", {}))
        whole["required"] = [name for part in (*shared, node) for name in part.get("required", [])]
        return whole

    def operations(self):
        """operationId -> (method, path, operation)"""
        found = {}
        for path, item in self.tree["paths"].items():
            for method, operation in item.items():
                if method in METHODS:
                    found[operation["operationId"]] = (method.upper(), path, operation)
        return found


def name_of(node):
    """The component that a $ref leads to, or nothing."""
    return node["$ref"].rsplit("/", 1)[-1] if "$ref" in node else None


def version_of(content):
    """Of a content object with its single media type."""
    if len(content) != 1:
        return None
    match = MEDIA_TYPE.match(next(iter(content)))
    return match and match.group(1)


class Exceptions:
    """Wanted differences: place and fact as regular expressions that match whole, the reason and, where it is given,
    exactly what the document has there."""

    def __init__(self, entries):
        self.entries = [(re.compile(place), re.compile(fact), *rest) for place, fact, *rest in entries]
        self.used = set()

    def explains(self, place, fact, found):
        for index, (at, what, _, *wanted) in enumerate(self.entries):
            if at.fullmatch(place) and what.fullmatch(fact) and wanted in ([], [found]):
                self.used.add(index)
                return True
        return False

    def stale(self):
        return [
            f"{at.pattern} | {what.pattern}"
            for index, (at, what, *_) in enumerate(self.entries)
            if index not in self.used
        ]


def complaints(differences, exceptions):
    """A difference is (place, fact, expected, found). Complaints are those that nothing explains, and exceptions that
    explain nothing any more."""
    lines = [
        f"{place}: {fact}: expected {shown(expected)}, the document has {shown(found)}"
        for place, fact, expected, found in differences
        if not exceptions.explains(place, fact, found)
    ]
    return lines + [f"An exception that explains nothing any more: {entry}" for entry in exceptions.stale()]


def report(differences, exceptions):
    """Prints what differs; returns the exit code."""
    lines = complaints(differences, exceptions)
    for line in lines:
        print(line)
    print(f"{len(differences)} differences, {len(lines)} complaints.")
    return 1 if lines else 0


def shown(value):
    text = json.dumps(sorted(value, key=str) if isinstance(value, (set, frozenset)) else value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:157] + "..."
