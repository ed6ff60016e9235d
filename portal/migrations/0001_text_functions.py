"""Vietnamese folding and order as IMMUTABLE SQL functions, for generated columns and indexes.

Twins of `portal.text.fold`, `key` and `name_key`; `code_key` sorts the numbers of the books. Their
bodies are SQL-standard ones, parsed when they are created, so that a restore under an empty search
path still finds what they call.
"""

from django.contrib.postgres.operations import (
    BtreeGinExtension,
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

BLANKS = r"[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
TONES = r"\u0300\u0309\u0303\u0301\u0323"
FOREIGN = r"[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f]"
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyzĕĭŏŭîûŷ"
RANKS = r"ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`aHMS[M[`"

FUNCTIONS = rf"""
CREATE FUNCTION vi_plain(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(replace(regexp_replace(normalize(lower(source), NFD),
    '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), '{BLANKS}', ' ', 'g'), ' ');

CREATE FUNCTION vi_spread(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(normalize(lower(btrim(regexp_replace(source,
    '{BLANKS}', ' ', 'g'), ' ')), NFD), '{FOREIGN}', '', 'g');

CREATE FUNCTION vi_key(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(regexp_replace(normalize(regexp_replace(vi_spread(source),
        '[{TONES}]', '', 'g'), NFC), '[^{LETTERS}0-9 ]', '!', 'g'), '{LETTERS}', '{RANKS}')
    || chr(9) ||
    rtrim(translate(regexp_replace(regexp_replace(regexp_replace(vi_spread(source),
        '[\u0302\u0306\u031b]', '', 'g'), '[^{TONES}](?=[{TONES}])', '', 'g'),
        '[^{TONES}]', '0', 'g'), U&'\0300\0309\0303\0301\0323', '12345'), '0');

CREATE FUNCTION vi_name_key(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN vi_key(substring(btrim(regexp_replace(source, '{BLANKS}', ' ', 'g'), ' ') from '[^ ]*$'))
    || chr(9) ||
    vi_key(regexp_replace(btrim(regexp_replace(source, '{BLANKS}', ' ', 'g'), ' '),
        ' ?[^ ]*$', ''));

CREATE FUNCTION code_key(code text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN split_part(code, '-', 1) || split_part(code, '-', 2)
    || lpad(split_part(code, '-', 3), 9, '0');
"""

REMOVED = """
DROP FUNCTION code_key(text);
DROP FUNCTION vi_name_key(text);
DROP FUNCTION vi_key(text);
DROP FUNCTION vi_spread(text);
DROP FUNCTION vi_plain(text);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGinExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(FUNCTIONS, REMOVED),
    ]
