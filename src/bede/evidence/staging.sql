-- Records on their way into a reference, in the order in which they came. Nothing here is known to
-- be whole yet: what a record refers to may come later, or never. `compiling` makes it so.

CREATE TABLE staging.marks (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE staging.heads (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version TEXT NOT NULL, title TEXT NOT NULL,
    licence TEXT NOT NULL, editors TEXT NOT NULL, scope TEXT NOT NULL
);
CREATE TABLE staging.skipped (path TEXT NOT NULL, place TEXT NOT NULL, cause TEXT NOT NULL);

CREATE TABLE staging.new_kinds (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, subkind TEXT);
CREATE TABLE staging.new_dresses (n INTEGER PRIMARY KEY, dress TEXT NOT NULL);
CREATE TABLE staging.new_shapes (n INTEGER PRIMARY KEY, type TEXT NOT NULL, roles TEXT NOT NULL);
CREATE TABLE staging.new_citations (n INTEGER PRIMARY KEY, ids TEXT NOT NULL);
CREATE TABLE staging.new_authorities (n INTEGER PRIMARY KEY, prefix TEXT NOT NULL);

CREATE TABLE staging.new_sources (
    id TEXT PRIMARY KEY, pack INTEGER NOT NULL, author TEXT, title TEXT, work TEXT, publisher TEXT,
    year TEXT, pages TEXT, url TEXT, kind TEXT, family TEXT, quality TEXT
) WITHOUT ROWID;

CREATE TABLE staging.new_entities (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, pack INTEGER NOT NULL, kind INTEGER NOT NULL,
    label TEXT, names TEXT NOT NULL, dress INTEGER NOT NULL, description TEXT,
    prominence INTEGER NOT NULL, cited INTEGER, confidence TEXT, part_of TEXT, same_as TEXT,
    more TEXT, person INTEGER NOT NULL, words TEXT NOT NULL
);
CREATE TABLE staging.keys (seq INTEGER, key TEXT, form INTEGER, position INTEGER);
CREATE TABLE staging.links (seq INTEGER, field TEXT, target TEXT);
CREATE TABLE staging.addresses (seq INTEGER, authority INTEGER, value TEXT);

CREATE TABLE staging.new_facts (
    seq INTEGER PRIMARY KEY, owner TEXT, shape INTEGER NOT NULL, type TEXT NOT NULL, name TEXT,
    fillers TEXT, edtf TEXT, first INTEGER, extent INTEGER, begin_gap INTEGER, end_gap INTEGER,
    flags INTEGER, cited INTEGER, pack INTEGER NOT NULL, more TEXT
);
CREATE TABLE staging.new_fillers (seq INTEGER, slot INTEGER, target TEXT);
CREATE TABLE staging.wholes (seq INTEGER, target TEXT);  -- what facts are part of
CREATE TABLE staging.new_completeness (
    id TEXT, entity TEXT, type TEXT, where_roles TEXT, where_time TEXT, records TEXT, basis TEXT,
    complete INTEGER, sources TEXT, confidence TEXT
);
