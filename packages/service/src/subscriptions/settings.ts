import { isSecret } from '../outbox/settings.ts';
import { StopError } from '../stop.ts';

/** The channels a gateway may send by. */
export const gatewayChannels = ['sms', 'wechat'] as const;
export type GatewayChannel = (typeof gatewayChannels)[number];

/** 短信、微信网关 of the district: it is posted what is to be sent, in a template it knows. */
export interface GatewaySettings {
  url: string;
  /** `whsec_` and 24 to 64 bytes in base64; signs what is posted. */
  secret: string;
  channels: readonly GatewayChannel[];
}

/** 信息主动推送. */
export interface PushSettings {
  /** The page that confirms, changes and stops: it holds `<oi-follow page>`. */
  page: string;
  /** Public address of this service, for the one-click stop of mail programs (RFC 8058). */
  service?: string | undefined;
  /** The page where progress is looked up by number and code. */
  progress?: string | undefined;
  gateway?: GatewaySettings | undefined;
}

/** The settings as they were given. */
interface GivenPush {
  page: string | undefined;
  service: string | undefined;
  progress: string | undefined;
  gateway: string | undefined;
  channels: readonly GatewayChannel[] | undefined;
  secret: string | undefined;
}

/** @throws StopError naming what is missing or does not fit */
export function pushOf({
  page,
  service,
  progress,
  gateway,
  channels = ['sms'],
  secret,
}: GivenPush): PushSettings | undefined {
  if (page === undefined) {
    if (gateway === undefined) return undefined;
    throw new StopError({
      zh: '设置了 --push-gateway 时，还须用 --subscription-url 给出确认和退订的页面。',
      en: 'With --push-gateway, name the page that confirms and stops by --subscription-url too.',
    });
  }
  const pages = { page, service: service?.replace(/\/$/, ''), progress };
  if (gateway === undefined) return pages;
  if (secret === undefined || !isSecret(secret)) {
    throw new StopError({
      zh: '设置了 --push-gateway 时，还须在 OPEN_INFO_PUSH_GATEWAY_SECRET 中给出签名密钥，由 "whsec_$(openssl rand -base64 32)" 生成。',
      en: 'With --push-gateway, give the secret that signs in OPEN_INFO_PUSH_GATEWAY_SECRET; make it with "whsec_$(openssl rand -base64 32)".',
    });
  }
  return { ...pages, gateway: { url: gateway, secret, channels } };
}
