export { Courier, LEASE_MS } from './courier';
export type { MailSetting } from './compose-mail';
export type { TickReport } from './tick-report';
export { PostOffice } from './smtp/post-office';
export { SignInRound } from './sign-in/sign-in-round';
export { ReturnAddresses } from './bounces/return-addresses';
export { BounceDesk } from './bounces/bounce-desk';
export { BounceServer } from './bounces/bounce-server';
export { Throttle } from './smtp/throttle';
