-- The compiled reference: a build product, read only, rebuilt and never migrated.
-- Spans are four Julian Day Numbers (NULL: open or not known) and two flags.
-- Lists and mappings that are never searched are JSON texts.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE packs (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    licence TEXT NOT NULL,
    editors TEXT NOT NULL,
    scope TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    author TEXT,
    title TEXT NOT NULL,
    work TEXT NOT NULL,
    publisher TEXT,
    year TEXT,
    pages TEXT,
    url TEXT,
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    quality TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subkind TEXT,
    label TEXT NOT NULL,
    part_of TEXT NOT NULL,
    body TEXT,
    holders TEXT,
    authors TEXT NOT NULL,
    subtitle TEXT,
    first_edition TEXT,
    note TEXT,
    sources TEXT NOT NULL,
    confidence TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE names (
    entity TEXT NOT NULL REFERENCES entities (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    edtf TEXT,
    earliest_begin INTEGER,
    latest_begin INTEGER,
    earliest_end INTEGER,
    latest_end INTEGER,
    approximate INTEGER,
    uncertain INTEGER,
    sources TEXT NOT NULL,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE INDEX names_by_key ON names (key, entity, position);

CREATE VIRTUAL TABLE name_words USING fts5 (
    key, entity UNINDEXED, position UNINDEXED, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE facts (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    roles TEXT NOT NULL,
    edtf TEXT,
    earliest_begin INTEGER,
    latest_begin INTEGER,
    earliest_end INTEGER,
    latest_end INTEGER,
    approximate INTEGER,
    uncertain INTEGER,
    old_style TEXT,
    rank TEXT NOT NULL,
    confidence TEXT NOT NULL,
    sources TEXT NOT NULL,
    coarse_sources TEXT NOT NULL,
    disputed TEXT NOT NULL,
    grade TEXT,
    note TEXT,
    part_of TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX facts_by_type ON facts (type, id);

CREATE TABLE fillers (
    entity TEXT NOT NULL REFERENCES entities (id),
    type TEXT NOT NULL,
    fact TEXT NOT NULL REFERENCES facts (id),
    role TEXT NOT NULL,
    PRIMARY KEY (entity, type, fact, role)
) WITHOUT ROWID;

CREATE TABLE completeness (
    id TEXT PRIMARY KEY,
    entity TEXT NOT NULL REFERENCES entities (id),
    type TEXT NOT NULL,
    where_roles TEXT NOT NULL,
    where_time TEXT,
    records TEXT NOT NULL,
    basis TEXT NOT NULL,
    complete INTEGER NOT NULL,
    sources TEXT NOT NULL,
    confidence TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX completeness_by_entity ON completeness (entity, type, id);
