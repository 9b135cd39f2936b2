"""The configuration of the web editor, made from the schema of an article's head.

Its fields are ours: keys, choices and what is required come from `FrontMatter`, labels and hints
from the questions that every door asks. Options: sveltiacms.app/en/docs (Sveltia CMS 0.221).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from terbit.articles import MAX_FILE_BYTES
from terbit.channels import CHANNELS
from terbit.core.article import CLASSIFICATIONS
from terbit.core.office import Office
from terbit.forges.github import Address
from terbit.front_matter import FrontMatter
from terbit.newsroom.answers import MAX_SLUG
from terbit.newsroom.intake import credit_of
from terbit.newsroom.questions import ABOUT, OF_A_PHOTO
from terbit.photos import LONGEST_SIDE, QUALITY
from terbit.repository import MAIN

Spec = Mapping[str, Any]
"""A part of a JSON Schema."""
PRACTICE = "test-repo"
"""The back end that keeps nothing; for a clone whose forge is not GitHub."""
ASKED = {question.key: question for question in (*ABOUT, *OF_A_PHOTO) if question.key}
WORDS = {
    "klasifikasi": ("Klasifikasi informasi", "Berita kegiatan biasanya berkala."),
    "tagar": ("Tagar", "Kata kunci tanpa tanda #; boleh kosong."),
    "kanal": ("Kanal", "Kosongkan untuk semua kanal yang tersedia."),
    "5w1h": ("Enam pertanyaan", "Wajib untuk jenis berita."),
    "foto": ("Foto", "Lokasi dan data kamera dihapus sebelum foto disimpan."),
    "foto.kredit": ("Pemotret", "Nama kantor bila pemotretnya tidak perlu disebut."),
    "foto.berkas": ("Berkas foto", "JPEG, PNG, atau WebP."),
    "video": ("Video", "Hanya bila beritanya berisi video."),
    "video.tautan": ("Tautan video", "Wajib bila ada video: alamat lengkap dengan https://."),
    "video.transkrip": ("Transkrip", "Yang diucapkan dalam video."),
    "persetujuan_anak": ("Persetujuan wali anak", "Hanya bila ada anak yang dapat dikenali."),
    "persetujuan_anak.wali": ("Wali", "Wajib bila ada: siapa yang memberi persetujuan."),
    "persetujuan_anak.alasan": ("Alasan", "Wajib bila ada: mengapa anak itu perlu ditampilkan."),
    "terbit_pada": ("Terbit pada", "Bila tidak boleh tampil sebelum waktu ini; boleh kosong."),
}
"""Label and hint of the keys that no question asks for, or that are asked in other words."""
LEFT_OUT = {
    "foto.fokus": "potongan foto ditentukan sambil melihat pratinjau",
    "teks_kanal": "keterangan kanal ditulis sambil melihat pratinjau kiriman",
    "menjawab": "hak jawab jarang; kuncinya ditulis penyusun, dan pemeriksaan memintanya",
    "mendesak": "jarang dan hanya bila SOP mengizinkan; ditulis penyusun atas permintaan pimpinan",
    "ralat": "hanya setelah terbit; editor hanya membuka naskah di drafts/",
    "ditarik": "hanya setelah terbit; editor hanya membuka naskah di drafts/",
    "catatan_pemeriksaan": "alasan ditulis pejabat penelaah setelah membaca temuan",
}
"""Keys that the editor does not offer, each with the reason."""
LONG = frozenset({"ringkasan", "5w1h.bagaimana", "video.transkrip"})
"""Answers that need more than one line to be written."""
BUTTONS = ("bold", "italic", "link", "heading-two", "heading-three")
BLOCKS = ("quote", "bulleted-list", "numbered-list")
TEXT = {
    "name": "body",
    "label": "Isi berita",
    "widget": "markdown",
    "hint": "Paragraf pertama memuat yang terpenting.",
    "buttons": [*BUTTONS, *BLOCKS],
    "editor_components": [],
}
WRITTEN = ("string", "text")
FIVE_W, CLASSIFICATION = "5w1h", "klasifikasi"
ALWAYS = (FIVE_W, CLASSIFICATION)
"""What always stands in the form: six answers, though only news needs them, and a choice."""
SLUG_FIELD = "{{slug}}"


def config_file(office: Office, address: Address | None) -> str:
    """config.yml of the editor."""
    return yaml.safe_dump(
        configuration(office, address), allow_unicode=True, sort_keys=False, width=100
    )


def configuration(office: Office, address: Address | None) -> dict[str, Any]:
    """Every setting; without an address on GitHub the editor is for practice only."""
    return {
        "backend": _backend(address),
        # a branch and a request for each draft: main accepts nothing else
        "publish_mode": "editorial_workflow",
        "app_title": f"Naskah {office.short_name}",
        **({"site_url": office.site_url} if office.site_url else {}),
        "show_preview_links": False,
        "media_folder": "drafts",
        "media_libraries": {"default": {"config": _photos()}, "stock_assets": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MAX_SLUG},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_drafts(office)],
    }


def fields(office: Office) -> list[dict[str, Any]]:
    """The fields of an article's head in the order of the schema, then its text."""
    schema = FrontMatter.model_json_schema(by_alias=True)
    return [*_fields(schema, schema.get("$defs", {}), "", office), dict(TEXT)]


def _backend(address: Address | None) -> dict[str, Any]:
    if address is None:
        return {"name": PRACTICE}
    return {
        "name": "github",
        "repo": address.name,
        "branch": MAIN,
        "api_root": address.api,
        "open_authoring": False,
        # OAuth would go through api.netlify.com unless the office runs a server for it
        "auth_methods": ["token"],
        "commit_messages": {
            "create": f"Tulis naskah {SLUG_FIELD}",
            "update": f"Ubah naskah {SLUG_FIELD}",
            "delete": f"Hapus naskah {SLUG_FIELD}",
            "uploadMedia": "Tambah foto {{path}}",
            "deleteMedia": "Hapus foto {{path}}",
        },
    }


def _photos() -> dict[str, Any]:
    """What happens to a photo in the browser: a new, smaller file without place and camera."""
    small = {
        "format": "webp",
        "quality": QUALITY,
        "width": LONGEST_SIDE,
        "height": LONGEST_SIDE,
    }
    return {
        "slugify_filename": True,
        "max_file_size": MAX_FILE_BYTES,
        "transformations": {"raster_image": small},
    }


def _drafts(office: Office) -> dict[str, Any]:
    return {
        "name": "drafts",
        "label": "Naskah",
        "label_singular": "Naskah",
        "description": "Naskah yang sedang ditulis. Menyimpan di sini tidak menerbitkan apa pun.",
        "folder": "drafts",
        "path": f"{SLUG_FIELD}/index",
        "media_folder": "",
        "public_folder": "",
        "identifier_field": "judul",
        "slug": SLUG_FIELD,
        "summary": "{{judul}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        # leaders approve; nobody releases a draft here
        "publish": False,
        "sortable_fields": ["tanggal", "judul"],
        "editor": {"preview": False},
        "fields": fields(office),
    }


def _fields(spec: Spec, models: Spec, parent: str, office: Office) -> Iterator[dict[str, Any]]:
    for name, below in spec["properties"].items():
        key = f"{parent}.{name}" if parent else name
        if key not in LEFT_OUT:
            widget = _widget(below, models, key, office)
            required = name in spec.get("required", ()) or _insisted(key)
            yield {"name": name, **_words(key, widget), "required": required, **widget}


def _words(key: str, widget: Mapping[str, Any]) -> dict[str, str]:
    """Label and hint; an example where something is written, not chosen."""
    if key in WORDS:
        label, hint = WORDS[key]
        return {"label": label, "hint": hint}
    asked = ASKED[key]
    chosen = widget["widget"] not in WRITTEN or not asked.example
    return {
        "label": asked.label,
        "hint": asked.hint if chosen else f"{asked.hint} Contoh: {asked.example}",
    }


def _insisted(key: str) -> bool:
    """Whether every door insists on it; the six answers are for news only."""
    return key in ALWAYS or (key in ASKED and ASKED[key].required and FIVE_W not in key)


def _widget(spec: Spec, models: Spec, key: str, office: Office) -> dict[str, Any]:
    """The field that writes a value in the form of the schema."""
    spec = _stated(spec)
    if "$ref" in spec:
        model = models[spec["$ref"].rpartition("/")[2]]
        rows = list(_fields(model, models, key, office))
        if key != FIVE_W:
            # an editor may insist on them even where the whole is left out; the check tells
            rows = [{**row, "required": False} for row in rows]
        return {"widget": "object", "fields": rows}
    if spec.get("type") == "array":
        return _list(_stated(spec["items"]), models, key, office)
    if key == "foto.berkas":
        return {"widget": "image", "choose_url": False}
    if key == CLASSIFICATION:
        return {"widget": "select", "options": [*CLASSIFICATIONS], "default": CLASSIFICATIONS[0]}
    if "enum" in spec:
        return {"widget": "select", "options": _texts(spec["enum"])}
    if spec.get("format") in {"date", "date-time"}:
        return _moment(spec["format"] == "date")
    widget = {"widget": "text" if key in LONG else "string"}
    return {**widget, "default": credit_of(office)} if key == "foto.kredit" else widget


def _list(item: Spec, models: Spec, key: str, office: Office) -> dict[str, Any]:
    if "$ref" in item:
        model = models[item["$ref"].rpartition("/")[2]]
        rows = list(_fields(model, models, key, office))
        return {"widget": "list", "default": [], "fields": rows}
    if "enum" in item:
        offered = [x for x in _texts(item["enum"]) if x in office.available_channels]
        named = [{"label": _channel(x), "value": x} for x in offered]
        return {"widget": "select", "multiple": True, "options": named}
    return {"widget": "list"}


def _channel(channel: str) -> str:
    """What people call a channel; the site is none of those that posts are sent to."""
    return CHANNELS[channel].name if channel in CHANNELS else channel.capitalize()


def _moment(day: bool) -> dict[str, Any]:
    """Times without a zone are in the office's zone; the clock of its computers is."""
    form = {"date_format": "YYYY-MM-DD", "default": ""}
    if day:
        return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False, **form}
    return {"widget": "datetime", "format": "YYYY-MM-DDTHH:mm", "time_format": "HH:mm", **form}


def _stated(spec: Spec) -> Spec:
    """What a value is where it may also be left out."""
    options = [option for option in spec.get("anyOf", ()) if option.get("type") != "null"]
    return options[0] if options else spec


def _texts(options: list[Any]) -> list[str]:
    """ya and tidak; that people may also write true is no choice of its own."""
    return [option for option in options if isinstance(option, str)]
