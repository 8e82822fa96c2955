import { browserKindOf } from './browser-kind';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const phone = 'Mozilla/5.0 (Linux; Android 15; V2366A)';

it.each([
  ['chrome', 'computer', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`],
  ['edge', 'computer', `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
  ['opera', 'computer', `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`],
  ['firefox', 'computer', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'safari',
    'computer',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  ],
  [
    'safari',
    'phone',
    'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  ],
  ['wechat', 'phone', `${phone} ${webkit} Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60`],
  ['qq', 'phone', `${phone} ${webkit} Chrome/130.0.0.0 MQQBrowser/15.1 Mobile Safari/537.36`],
  ['samsung', 'phone', `${phone} ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
  ['other', 'computer', 'curl/8.0'],
  ['other', 'computer', undefined],
])('%s on a %s', (browser, device, agent) => {
  expect(browserKindOf(agent)).toEqual({ browser, device });
});
