const FIELDS = [
  'address',
  'addresses',
  'email',
  'to',
  'cc',
  'bcc',
  'envelope',
  'recipientAddress',
  'familyName',
  'givenName',
  'displayName',
  'zhName',
  'titleEn',
  'titleZh',
  'subject',
  'bodyText',
  'bodyHtml',
  'comment',
  'reasonText',
  'parameters',
  'detail',
  'password',
  'token',
  'cookie',
  'authorization',
  'smtpUrl',
  'databaseUrl',
];

/** Redaction has no "at any depth": these are the depths at which we log anything. */
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** Paths for pino's redaction of fields that hold a person's data, words or a secret. */
export function namesOfPersonalFields(): string[] {
  const fields = DEPTHS.flatMap((depth) => FIELDS.map((field) => depth + field));
  return [...fields, 'req.headers["set-cookie"]', 'res.headers["set-cookie"]'];
}
