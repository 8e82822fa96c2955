import { FirstTables1795305600000 } from './1795305600000-first-tables';
import { PeopleAndAddresses1795400000000 } from './1795400000000-people-and-addresses';
import { PeopleActs1795400000001 } from './1795400000001-people-acts';
import { PapersAndDrafts1795400200000 } from './1795400200000-papers-and-drafts';
import { SignIn1795400100000 } from './1795400100000-sign-in';
import { Imports1795400400000 } from './1795400400000-imports';
import { Delivery1795500100000 } from './1795500100000-delivery';
import { Calendars1795500200000 } from './1795500200000-calendars';
import { WhatMayHaveArrived1795500100200 } from './1795500100200-what-may-have-arrived';
import { UnreportedLetters1795500100100 } from './1795500100100-unreported-letters';
import { Sight1795400500000 } from './1795400500000-sight';
import { RowSecurity1795400600000 } from './1795400600000-row-security';
import { RowSecurityOfPapers1795400600200 } from './1795400600200-row-security-of-papers';
import { OpenSteps1795400700000 } from './1795400700000-open-steps';
import { RowSecurityOfAccountsAndImports1795400800000 } from './1795400800000-row-security-of-accounts-and-imports';
import { Post1795500000000 } from './1795500000000-post';
import { CopiesOfLetters1795500000001 } from './1795500000001-copies-of-letters';
import { LanguageUnknown1795500500000 } from './1795500500000-language-unknown';
import { LettersDueAgain1795600600000 } from './1795600600000-letters-due-again';
import { AppendOnly1795600700000 } from './1795600700000-append-only';
import { HandActs1795600700100 } from './1795600700100-hand-acts';
import { EndedStates1795600900000 } from './1795600900000-ended-states';
import { BulkActs1795700300000 } from './1795700300000-bulk-acts';
import { Restores1795700400000 } from './1795700400000-restores';
import { Watch1795700500000 } from './1795700500000-watch';
import { WatchLetters1795800200000 } from './1795800200000-watch-letters';
import { TestLetters1795500600000 } from './1795500600000-test-letters';

/** In order. A merged migration is never edited; a change is a new one: expand first, contract a release later. */
export const migrations = [
  FirstTables1795305600000,
  PeopleAndAddresses1795400000000,
  PeopleActs1795400000001,
  SignIn1795400100000,
  PapersAndDrafts1795400200000,
  Imports1795400400000,
  Sight1795400500000,
  RowSecurity1795400600000,
  RowSecurityOfPapers1795400600200,
  OpenSteps1795400700000,
  RowSecurityOfAccountsAndImports1795400800000,
  Post1795500000000,
  CopiesOfLetters1795500000001,
  Delivery1795500100000,
  UnreportedLetters1795500100100,
  WhatMayHaveArrived1795500100200,
  Calendars1795500200000,
  LanguageUnknown1795500500000,
  TestLetters1795500600000,
  LettersDueAgain1795600600000,
  AppendOnly1795600700000,
  HandActs1795600700100,
  EndedStates1795600900000,
  BulkActs1795700300000,
  Restores1795700400000,
  Watch1795700500000,
  WatchLetters1795800200000,
];
