-- The compiled reference: a build product, read only, rebuilt and never migrated (format 2).
--
-- Made small, since most of a world is names: things have numbers, the best known first, so that
-- the order of numbers is the order of prominence; what most rows have is NULL or 0, which costs
-- nothing; what recurs (kinds, roles, lists of sources) is kept once. Lists of ids are texts, one
-- id a line. `more` is a JSON object of what few rows have.
--
-- Times are Julian Day Numbers: the first and the last day possible, and how far the begin and the
-- end are from them (see `rows.span_cells`); `flags` is NULL where there is no time.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE packs (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    licence TEXT NOT NULL,
    editors TEXT NOT NULL,  -- JSON
    scope TEXT NOT NULL
);

CREATE TABLE kinds (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subkind TEXT
);

-- The kind and the language of each name of an entity, one name a line.
CREATE TABLE dresses (
    n INTEGER PRIMARY KEY,
    dress TEXT NOT NULL
);

-- Event types with the roles that a fact fills, in the order of the fact.
CREATE TABLE shapes (
    n INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    roles TEXT NOT NULL
);

-- Lists of ids of sources.
CREATE TABLE citations (
    n INTEGER PRIMARY KEY,
    ids TEXT NOT NULL
);

-- What stands before the last colon or slash of an address elsewhere ("wikidata:").
CREATE TABLE authorities (
    n INTEGER PRIMARY KEY,
    prefix TEXT NOT NULL
);

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    pack INTEGER NOT NULL,
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
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    pack INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    label TEXT,            -- NULL: the first name
    names TEXT NOT NULL,   -- one a line
    dress INTEGER NOT NULL,
    description TEXT,
    prominence INTEGER NOT NULL,  -- negative where it was reckoned from facts and sources
    earliest INTEGER,      -- hull of its life, or of the facts about it
    latest INTEGER,
    lived INTEGER NOT NULL,  -- 1: the hull is that of its begin and end
    cited INTEGER,
    confidence TEXT,       -- NULL: medium
    part_of TEXT,
    same_as TEXT,          -- one a line: number of the authority, colon, the rest
    more TEXT
);

-- The forms in which a name may be looked up (`forms.FORMS`), the best known bearers first.
CREATE TABLE lookup (
    key TEXT NOT NULL,
    form INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (key, form, entity)
) WITHOUT ROWID;

CREATE TABLE same_as (
    authority INTEGER NOT NULL,
    value TEXT NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (authority, value, entity)
) WITHOUT ROWID;

-- All words of all names of an entity; the row number is that of the entity.
CREATE VIRTUAL TABLE person_words USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE VIRTUAL TABLE thing_words USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 0'
);

-- A fact stands with its owner, the first filler of its key role (0: free text fills it). The
-- owner is left out of `fillers`; roles stand one a line there, fillers between tabs.
-- `name` NULL: the id is "<owner>-<type>"; "=" and an id: that id; else what follows that stem.
CREATE TABLE facts (
    owner INTEGER NOT NULL,
    number INTEGER NOT NULL,
    shape INTEGER NOT NULL,
    name TEXT,
    fillers TEXT,
    edtf TEXT,
    first INTEGER,
    extent INTEGER,
    begin_gap INTEGER,
    end_gap INTEGER,
    flags INTEGER,
    cited INTEGER,
    pack INTEGER NOT NULL,
    more TEXT,
    PRIMARY KEY (owner, number)
) WITHOUT ROWID;

-- Facts with ids of their own.
CREATE TABLE fact_ids (
    id TEXT PRIMARY KEY,
    owner INTEGER NOT NULL,
    number INTEGER NOT NULL
) WITHOUT ROWID;

-- Entities in facts that are not their own; slot = 32 * shape + place of the role in it.
CREATE TABLE fillers (
    entity INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (entity, slot, owner, number)
) WITHOUT ROWID;

CREATE TABLE completeness (
    id TEXT PRIMARY KEY,
    entity INTEGER NOT NULL,
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
