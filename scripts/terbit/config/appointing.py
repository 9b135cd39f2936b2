"""A new row of `pejabat` in the text of kantor.yml; every other byte of the file stays."""

from __future__ import annotations

import yaml

from terbit.config.problems import OFFICE_FILE
from terbit.core.office import Appointment
from terbit.errors import InputErrors, Problem
from terbit.yaml_source import PARSER

PEOPLE, ROLE = "pejabat", "jabatan"


def with_row(text: str, row: Appointment) -> str:
    """The text with a row behind the last one of the same role, else behind the last of all.

    The text must be a valid kantor.yml. Raises InputErrors where its rows stand on one line.
    """
    rows = _rows(text)
    same = [node for node in rows if _role(node) == row.role]
    after = (same or rows)[-1]
    lines = text.splitlines(keepends=True)
    dash = lines[after.start_mark.line]
    indent = dash[: len(dash) - len(dash.lstrip(" "))]
    last = _last_line(after)
    ending = "\r\n" if lines[last].endswith("\r\n") else "\n"
    lines[last] = lines[last].rstrip("\r\n") + ending
    lines.insert(last + 1, f"{indent}- {_flow(row)}{ending}")
    return "".join(lines)


def _rows(text: str) -> list[yaml.Node]:
    """The nodes of `pejabat`, each of which must begin on a line of its own behind a dash."""
    document = yaml.compose(text.removeprefix("\ufeff"), Loader=PARSER)
    pairs = document.value if isinstance(document, yaml.MappingNode) else ()
    rows = next(value for key, value in pairs if key.value == PEOPLE)
    if rows.flow_style or not rows.value:
        fix = "tulis satu orang satu baris, diawali tanda hubung"
        line = rows.start_mark.line + 1
        raise InputErrors([Problem(OFFICE_FILE, line, "daftar pejabat ditulis dalam kurung", fix)])
    nodes: list[yaml.Node] = rows.value
    return nodes


def _role(node: yaml.Node) -> str:
    return next((str(value.value) for key, value in node.value if key.value == ROLE), "")


def _last_line(node: yaml.Node) -> int:
    """The last line of a row, from 0; a row in several lines is reported to end behind itself."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return max(_last_line(value) for _, value in node.value)
    end = node.end_mark
    return int(end.line - 1 if end.column == 0 and end.line > node.start_mark.line else end.line)


def _flow(row: Appointment) -> str:
    """A row on one line, quoted only where YAML needs it."""
    value = {
        "nama": row.name,
        ROLE: row.role,
        "akun": row.login,
        "id": row.id,
        "mulai": row.start,
        "sampai": row.end,
        "status": row.status,
        "sk": row.decree,
    }
    text = yaml.safe_dump(
        value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=float("inf")
    )
    return text.strip()
