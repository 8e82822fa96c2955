/** So many facts of one command are given; of the others only their number. */
export const MOST_FACTS = 40;

/** Row numbers of the sources, in which acts of the same instant stand. */
export const RANKS = { journey: 3, person: 2, hand: 1 } as const;

const within = (programme: string) => `($1::text[] IS NULL OR ${programme} = ANY ($1))
  AND ($2::text IS NULL OR ${programme} = $2)`;
const kinds = (kind: string, parameter: number) => `($${parameter}::text[] IS NULL OR ${kind} = ANY ($${parameter}))`;
/** The day decides on the clock of the act; around it, the index finds it. */
const between = (at: string, zone: string) => `
  ($8::date IS NULL OR (${at} >= $8::date - 2 AND (${at} AT TIME ZONE ${zone})::date >= $8::date))
  AND ($9::date IS NULL OR (${at} < $9::date + 2 AND (${at} AT TIME ZONE ${zone})::date <= $9::date))`;
const after = (at: string, rank: number, place: string, n: string) => `
  ($10::timestamptz IS NULL OR (${at} <= $10 AND (${at}, ${rank}, ${place}, ${n}) < ($10, $11::int, $12::text, $13::bigint)))`;

const journeyActs = `
  SELECT ${RANKS.journey} AS rank, j.recorded_at AS at, j.journey_id AS place, j.seq::bigint AS n, c.body ->> 'zone' AS zone
  FROM journal j JOIN journeys g ON g.id = j.journey_id JOIN calendars c ON c.hash = g.calendar_hash
  WHERE j.by_person IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM journal e WHERE e.command_id = j.command_id AND e.journey_id = j.journey_id AND e.seq < j.seq)
    AND ${within('g.programme_key')} AND ($3::text IS NULL OR g.city_key = $3)
    AND ($4::text IS NULL OR j.by_person = $4 OR j.on_behalf_of = $4 OR EXISTS (
      SELECT FROM journal e WHERE e.command_id = j.command_id AND e.journey_id = j.journey_id
        AND strpos(e.body::text, '"' || $4 || '"') > 0))
    AND ${kinds('j.kind', 5)} AND ${between('j.recorded_at', "(c.body ->> 'zone')")}
    AND ${after('j.recorded_at', RANKS.journey, 'j.journey_id', 'j.seq')}
  ORDER BY j.recorded_at DESC, j.journey_id DESC, j.seq DESC LIMIT $14`;

const personActs = `
  SELECT ${RANKS.person}, a.at, '', a.id, $15::text
  FROM people_acts a
  WHERE ${within('a.programme')} AND $3::text IS NULL
    AND ($4::text IS NULL OR a.by_person = $4 OR a.person_id = $4)
    AND ${kinds('a.kind', 6)} AND ${between('a.at', '$15::text')} AND ${after('a.at', RANKS.person, "''", 'a.id')}
  ORDER BY a.at DESC, a.id DESC LIMIT $14`;

const actsByHand = `
  SELECT ${RANKS.hand}, h.at, '', h.id, coalesce(c.body ->> 'zone', $15)
  FROM hand_acts h LEFT JOIN cities ci ON ci.key = h.city_key LEFT JOIN calendars c ON c.hash = ci.calendar_hash
  WHERE ${within('h.programme_key')} AND ($3::text IS NULL OR h.city_key = $3)
    AND ($4::text IS NULL OR h.by_person = $4 OR h.about ->> 'holder' = $4)
    AND ${kinds('h.kind', 7)} AND ${between('h.at', "coalesce(c.body ->> 'zone', $15)")}
    AND ${after('h.at', RANKS.hand, "''", 'h.id')}
  ORDER BY h.at DESC, h.id DESC LIMIT $14`;

/** The facts of a command and the words that they refer to; answers of forms are no reasons. */
const factsOfCommand = `
  SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.seq) FILTER (WHERE e.place <= ${MOST_FACTS}), '[]') AS facts,
    count(*)::integer AS fact_count
  FROM (
    SELECT f.*, row_number() OVER (ORDER BY f.seq) AS place FROM journal f
    WHERE f.command_id = j.command_id AND f.journey_id = j.journey_id
  ) AS e`;
const wordsOfCommand = `
  SELECT jsonb_object_agg(t.ref, t.body) FROM texts t
  WHERE t.journey_id = j.journey_id AND (t.body IS NULL OR jsonb_typeof(t.body) = 'string') AND t.ref IN (
    SELECT found #>> '{}'
    FROM journal f, jsonb_path_query(f.body, 'strict $.** ? (@.type() == "string" && @ starts with "t-")') AS found
    WHERE f.command_id = j.command_id AND f.journey_id = j.journey_id)`;

/** A page of the trail, one statement. */
export const TRAIL_PAGE = `
  WITH page AS (
    SELECT * FROM ((${journeyActs}) UNION ALL (${personActs}) UNION ALL (${actsByHand})) AS found
    ORDER BY at DESC, rank DESC, place DESC, n DESC LIMIT $14
  )
  SELECT p.rank, p.at, p.place, p.n::text AS n, p.zone,
    to_char(p.at AT TIME ZONE p.zone, 'YYYY-MM-DD') AS on, to_char(p.at AT TIME ZONE p.zone, 'HH24:MI') AS time,
    coalesce(j.by_person, a.by_person, h.by_person) AS by_person, j.on_behalf_of,
    coalesce(a.kind, h.kind) AS kind, coalesce(g.programme_key, a.programme, h.programme_key) AS programme_key,
    coalesce(j.journey_id, h.journey_id) AS journey_id, g.id IS NOT NULL AS has_journey, g.definition_hash, g.calendar_hash,
    ci.key AS city_key, ci.name_en, ci.name_zh, of_command.facts, of_command.fact_count,
    CASE WHEN p.rank = ${RANKS.journey} THEN (${wordsOfCommand}) END AS words,
    (SELECT jsonb_object_agg(s.key, s.value ->> 'title') FROM jsonb_each(g.state -> 'steps') AS s WHERE s.value ? 'title') AS titles,
    g.state -> 'moved' AS moved,
    a.person_id, a.seat, a.reason, h.about, h.words IS NOT NULL AS has_words,
    (SELECT t.body #>> '{}' FROM texts t WHERE t.ref = h.words) AS hand_words,
    f.file_name, coalesce(m.from_on, cl.from_on)::text AS from_on, coalesce(m.to_on, cl.to_on)::text AS to_on,
    coalesce(m.title_en, cl.title_en) AS title_en, coalesce(m.title_zh, cl.title_zh) AS title_zh,
    m.country, coalesce(m.source, cl.reason) AS mark_reason
  FROM page p
  LEFT JOIN journal j ON p.rank = ${RANKS.journey} AND j.journey_id = p.place AND j.seq = p.n
  LEFT JOIN people_acts a ON p.rank = ${RANKS.person} AND a.id = p.n
  LEFT JOIN hand_acts h ON p.rank = ${RANKS.hand} AND h.id = p.n
  LEFT JOIN journeys g ON g.id = coalesce(j.journey_id, h.journey_id)
  LEFT JOIN cities ci ON ci.key = coalesce(g.city_key, h.city_key)
  LEFT JOIN imports f ON f.id = h.about ->> 'import'
  LEFT JOIN calendar_notices m ON m.id = h.about ->> 'notice'
  LEFT JOIN city_closures cl ON cl.id = h.about ->> 'closure'
  LEFT JOIN LATERAL (${factsOfCommand}) AS of_command ON p.rank = ${RANKS.journey}
  ORDER BY p.at DESC, p.rank DESC, p.place DESC, p.n DESC`;
