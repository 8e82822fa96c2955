/** What a reporting mail server writes. */
export interface StatusWishes {
  recipient: string;
  action: 'failed' | 'delayed' | 'delivered';
  status: string;
  /** What the far server said. */
  words?: string;
}

/** A delivery status notification as mail servers write it (RFC 3464), ready to be posted. */
export function deliveryStatus({ recipient, action, status, words }: StatusWishes): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: undisclosed-recipients:;',
    'Subject: Delivery Status Notification',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mx.example.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Mon, 1 Mar 2027 09:00:00 +0800',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(words === undefined ? [] : [`Diagnostic-Code: smtp; ${words}`]),
    '',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: a letter of ours',
    '',
    '--part--',
    '',
  ].join('\r\n');
}
