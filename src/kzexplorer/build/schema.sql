-- The schema of a kzexplorer database. Readers select from the views (v_*), which are the contract;
-- the tables behind them may change with `user_version`. Dates stand as text of the date grammar with
-- the first and last proleptic ordinal day they can mean; a bound that is not known is NULL.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Spellings that are one search token, each folded.
CREATE TABLE spelling (
  spelling TEXT PRIMARY KEY,
  token TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  published TEXT,
  published_first INTEGER,
  published_last INTEGER,
  url TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('official', 'scholarly', 'press', 'reference', 'data', 'vendor')),
  consulted TEXT NOT NULL,
  licence TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  slug TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL DEFAULT '',
  name_ru TEXT NOT NULL DEFAULT '',
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  precision TEXT NOT NULL CHECK (precision IN ('site', 'town', 'area')),
  summary TEXT NOT NULL DEFAULT '',
  sort_en TEXT NOT NULL,
  sort_kk TEXT NOT NULL,
  sort_ru TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The controlled lists: areas of cooperation, objectives, needs and stages of development.
CREATE TABLE term (
  list TEXT NOT NULL CHECK (list IN ('area', 'objective', 'need', 'stage')),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL DEFAULT '',
  name_ru TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  seed_text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (list, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner (
  slug TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'multilateral')),
  code TEXT NOT NULL DEFAULT '',
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL DEFAULT '',
  name_ru TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  capital TEXT NOT NULL DEFAULT '',
  seat TEXT NOT NULL DEFAULT '',
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  place_note TEXT NOT NULL DEFAULT '',
  in_brief INTEGER NOT NULL CHECK (in_brief IN (0, 1)),
  standing TEXT NOT NULL,
  standing_note TEXT NOT NULL DEFAULT '',
  first_record_year INTEGER,
  profile TEXT NOT NULL DEFAULT '',
  sort_en TEXT NOT NULL,
  sort_kk TEXT NOT NULL,
  sort_ru TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
  slug TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,  -- the slug of a partner, or 'kazakhstan'
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL DEFAULT '',
  name_ru TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  begins TEXT,
  begins_first INTEGER,
  begins_last INTEGER,
  ends TEXT,
  ends_first INTEGER,
  ends_last INTEGER,
  successor TEXT REFERENCES organization (slug),
  sort_en TEXT NOT NULL,
  sort_kk TEXT NOT NULL,
  sort_ru TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Ids follow the order of begin, sort key and slug, so that the order of ids is the order of time.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  begins TEXT,
  begins_first INTEGER,
  begins_last INTEGER,
  begins_note TEXT NOT NULL DEFAULT '',
  ends TEXT,  -- as stated
  ends_first INTEGER,
  ends_last INTEGER,
  ends_note TEXT NOT NULL DEFAULT '',
  ongoing INTEGER NOT NULL CHECK (ongoing IN (0, 1)),
  end_text TEXT,  -- by the end rule, with what it is taken from
  end_first INTEGER,
  end_last INTEGER,
  end_basis TEXT NOT NULL CHECK (end_basis IN ('stated', 'step', 'replaced', 'ongoing', 'unknown')),
  status TEXT NOT NULL,
  place TEXT REFERENCES place (slug),
  significance INTEGER NOT NULL CHECK (significance IN (1, 2, 3)),
  certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'single_source', 'weak', 'recalled')),
  in_brief INTEGER NOT NULL CHECK (in_brief IN (0, 1)),
  summary TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL,
  CHECK (begins_first <= begins_last),
  CHECK (ends_first <= ends_last)
) STRICT;

-- Times behind the timeline, in rows below each other; their dates are those of the records that bound them.
CREATE TABLE era (
  slug TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  "row" INTEGER NOT NULL CHECK ("row" BETWEEN 1 AND 3),
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL DEFAULT '',
  name_ru TEXT NOT NULL DEFAULT '',
  begins TEXT NOT NULL,
  begins_first INTEGER,
  begins_last INTEGER,
  ends TEXT NOT NULL,
  ends_first INTEGER,
  ends_last INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE era_record (
  era TEXT NOT NULL REFERENCES era (slug),
  position INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (era, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  date TEXT,
  date_first INTEGER,
  date_last INTEGER,
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_partner (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  partner TEXT NOT NULL REFERENCES partner (slug),
  role TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_organization (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  organization TEXT NOT NULL REFERENCES organization (slug),
  role TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_term (
  record INTEGER NOT NULL REFERENCES record (id),
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (record, list, position),
  FOREIGN KEY (list, term) REFERENCES term (list, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  other INTEGER NOT NULL REFERENCES record (id),
  relation TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- Typed extra facts; the key names the unit. A list stands as JSON.
CREATE TABLE fact (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'integer', 'real', 'boolean', 'list')),
  value ANY NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- `field` and `locator` stay empty until it is known which field a source vouches for, and where in it.
CREATE TABLE citation (
  record INTEGER NOT NULL REFERENCES record (id),
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (slug),
  field TEXT NOT NULL DEFAULT '',
  locator TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_alias (
  partner TEXT NOT NULL REFERENCES partner (slug),
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (partner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_record (
  partner TEXT NOT NULL REFERENCES partner (slug),
  position INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (partner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_source (
  partner TEXT NOT NULL REFERENCES partner (slug),
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (slug),
  PRIMARY KEY (partner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization_alias (
  organization TEXT NOT NULL REFERENCES organization (slug),
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization_source (
  organization TEXT NOT NULL REFERENCES organization (slug),
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (slug),
  PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE term_source (
  list TEXT NOT NULL,
  term TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (slug),
  PRIMARY KEY (list, term, position),
  FOREIGN KEY (list, term) REFERENCES term (list, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE term_record (
  list TEXT NOT NULL,
  term TEXT NOT NULL,
  position INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (list, term, position),
  FOREIGN KEY (list, term) REFERENCES term (list, slug)
) STRICT, WITHOUT ROWID;

-- Ids of the entries of the founding collection that a thing was united or derived from.
CREATE TABLE origin (
  of TEXT NOT NULL CHECK (of IN ('record', 'organization', 'objective', 'need')),
  slug TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('merged', 'derived')),
  position INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (of, slug, how, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
  slug TEXT PRIMARY KEY,
  record INTEGER REFERENCES record (id),
  organization TEXT REFERENCES organization (slug),
  question TEXT NOT NULL,
  used TEXT NOT NULL,
  CHECK ((record IS NULL) <> (organization IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict_position (
  conflict TEXT NOT NULL REFERENCES conflict (slug),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  source TEXT REFERENCES source (slug),  -- NULL: general knowledge, or a report that is not named
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (conflict, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  slug TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  section TEXT NOT NULL,
  claim TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'imprecise', 'outdated', 'unsupported', 'wrong', 'unverified')),
  explanation TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_record (
  claim TEXT NOT NULL REFERENCES claim (slug),
  position INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_source (
  claim TEXT NOT NULL REFERENCES claim (slug),
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (slug),
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- The founding brief, sentence by sentence.
CREATE TABLE sentence (
  number INTEGER PRIMARY KEY,
  section TEXT NOT NULL,
  sentence TEXT NOT NULL
) STRICT;

CREATE TABLE sentence_claim (
  sentence INTEGER NOT NULL REFERENCES sentence (number),
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (slug),
  PRIMARY KEY (sentence, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence_record (
  sentence INTEGER NOT NULL REFERENCES sentence (number),
  position INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (sentence, position)
) STRICT, WITHOUT ROWID;

-- Orbital launch attempts from Baikonur; scope, source and totals stand in `meta`.
CREATE TABLE baikonur_year (
  year INTEGER PRIMARY KEY,
  attempts INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT;

CREATE TABLE baikonur_family (
  position INTEGER PRIMARY KEY,
  family TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL
) STRICT;

CREATE TABLE baikonur_pad (
  position INTEGER PRIMARY KEY,
  pad TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL,
  place TEXT REFERENCES place (slug)
) STRICT;

CREATE INDEX record_partner_partner ON record_partner (partner, record);
CREATE INDEX record_organization_organization ON record_organization (organization, record);
CREATE INDEX link_other ON link (other);
CREATE INDEX citation_source ON citation (source);

-- Folded words of each record (rowid = record.id): its own texts, the names of all it is tied to in
-- every language, and in `also` the further spellings of its words, for prefixes of them.
CREATE VIRTUAL TABLE words USING fts5 (
  title, names, body, also, content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);

CREATE VIEW v_row AS
SELECT id, slug, title, kind, begins, begins_first, begins_last, begins_note,
  end_text, end_first, end_last, end_basis, ends_note, status, certainty, significance, place, in_brief, summary,
  note, sort_key
FROM record;

CREATE VIEW v_part AS
SELECT record, position, partner, role FROM record_partner;

CREATE VIEW v_organization_part AS
SELECT record, position, organization, role FROM record_organization;

CREATE VIEW v_term_of AS
SELECT record, list, position, term FROM record_term;

CREATE VIEW v_step AS
SELECT record, position, role, date, date_first, date_last, text FROM step;

CREATE VIEW v_fact AS
SELECT record, position, key, type, value FROM fact;

CREATE VIEW v_source AS
SELECT slug, title, publisher, author, published, url, language, grade, consulted, licence, note, sort_key FROM source;

CREATE VIEW v_citation AS
SELECT c.record, c.position, c.field, c.locator, c.note AS citation_note, s.*
FROM citation AS c JOIN v_source AS s ON s.slug = c.source;

CREATE VIEW v_link AS
SELECT l.record, 0 AS back, l.position, l.relation, l.other, r.slug AS other_slug, r.title AS other_title
FROM link AS l JOIN record AS r ON r.id = l.other
UNION ALL
SELECT l.other, 1, l.record, l.relation, l.record, r.slug, r.title
FROM link AS l JOIN record AS r ON r.id = l.record;

CREATE VIEW v_conflict AS
SELECT slug, record, organization, question, used FROM conflict;

CREATE VIEW v_conflict_position AS
SELECT conflict, position, value, source, note FROM conflict_position;

CREATE VIEW v_claim AS
SELECT slug, position, section, claim, verdict, explanation FROM claim;

CREATE VIEW v_partner AS
SELECT slug, kind, code, name_en, name_kk, name_ru, region, capital, seat, latitude, longitude, place_note, in_brief,
  standing, standing_note, first_record_year, profile, sort_en, sort_kk, sort_ru
FROM partner;

CREATE VIEW v_organization AS
SELECT slug, kind, country, name_en, name_kk, name_ru, summary, begins, ends, successor, sort_en, sort_kk, sort_ru
FROM organization;

CREATE VIEW v_place AS
SELECT slug, name_en, name_kk, name_ru, latitude, longitude, precision, summary, sort_en, sort_kk, sort_ru FROM place;

CREATE VIEW v_term AS
SELECT list, slug, position, name_en, name_kk, name_ru, description, seed_text FROM term;

CREATE VIEW v_era AS
SELECT slug, position, "row", name_en, name_kk, name_ru, begins, ends FROM era;

CREATE VIEW v_era_record AS
SELECT e.era, e.position, r.slug FROM era_record AS e JOIN record AS r ON r.id = e.record;

CREATE VIEW v_partner_alias AS
SELECT partner, position, alias FROM partner_alias;

CREATE VIEW v_partner_record AS
SELECT p.partner, p.position, r.slug FROM partner_record AS p JOIN record AS r ON r.id = p.record;

CREATE VIEW v_partner_source AS
SELECT p.partner, p.position, s.* FROM partner_source AS p JOIN v_source AS s ON s.slug = p.source;

CREATE VIEW v_organization_alias AS
SELECT organization, position, alias FROM organization_alias;

CREATE VIEW v_organization_source AS
SELECT o.organization, o.position, s.* FROM organization_source AS o JOIN v_source AS s ON s.slug = o.source;

CREATE VIEW v_claim_record AS
SELECT c.claim, c.position, c.record FROM claim_record AS c;

CREATE VIEW v_claim_source AS
SELECT c.claim, c.position, s.* FROM claim_source AS c JOIN v_source AS s ON s.slug = c.source;

CREATE VIEW v_sentence AS
SELECT c.claim, c.position, s.number, s.section, s.sentence
FROM sentence_claim AS c JOIN sentence AS s ON s.number = c.sentence;

CREATE VIEW v_baikonur_year AS
SELECT year, attempts, failures FROM baikonur_year;

CREATE VIEW v_spelling AS
SELECT spelling, token FROM spelling;

CREATE VIEW v_meta AS
SELECT key, value FROM meta;
