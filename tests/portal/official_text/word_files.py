"""Word files written by hand, part by part, so that a test says exactly what is in them."""

import io
import zipfile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(*blocks: str, numbering: str = "", styles: str = "", **more: str | bytes) -> bytes:
    """`more` are further parts, "word__settings" for word/settings.xml."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document"
        f" {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        **{f"{name.replace('__', '/')}.xml": part for name, part in more.items()},
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {SPACES}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {SPACES}>{styles}</w:styles>"
    return package(parts)


def package(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def p(
    text: str, *, level: int | None = None, number: int = 1, style: str = "", mark: str = ""
) -> str:
    """A paragraph; `level` of list `number`, a style, `mark` inside its properties' run."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        inside += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    inside += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{inside}</w:pPr>{r(text)}</w:p>"


def r(text: str, mark: str = "") -> str:
    return f'<w:r><w:rPr>{mark}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def td(text: str = "", *, span: int = 1, merge: str = "", inside: str = "") -> str:
    """`merge`: "restart" begins a cell over several rows, "continue" goes on with it."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p(text)}</w:tc>"


def tr(*cells: str) -> str:
    return "<w:tr>" + "".join(c if c.startswith("<w:tc") else td(c) for c in cells) + "</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def box(*texts: str) -> str:
    """A text box, once for new readers and once for old ones."""
    inside = f"<w:txbxContent>{''.join(map(p, texts))}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inside}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{inside}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def level(depth: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


OUTLINE = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "bullet", "-")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
HEAD = (
    p("Số: 12/KH-SNV"),
    p("Bến Sông, ngày 06 tháng 01 năm 2025"),
    p("KẾ HOẠCH"),
    p("Chăm sóc cây xanh trong khuôn viên cơ quan năm 2025"),
    p("Căn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2025, Sở xây dựng kế hoạch như sau:"),
)
FOOT = (
    p("Trên đây là kế hoạch./."),
    p("Nơi nhận:"),
    p("- Lưu: VT."),
    p("GIÁM ĐỐC"),
    p("Lê Văn Cây"),
)
COLUMNS = ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm")


def plan(*blocks: str, **parts: str) -> bytes:
    return word_file(*HEAD, *blocks, *FOOT, **parts)
