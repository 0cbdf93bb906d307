import type { Command } from 'commander';

/** Adds the flags of the settings; the environment variable of each stands in brackets. */
export function withSettings(command: Command): Command {
  return withDatabase(command)
    .option('--port <number>', '端口，0 为任意空闲端口 · port, 0 for any free one (PORT, 8787)')
    .option('--host <address>', '监听地址 · address to listen on (HOST, 127.0.0.1)')
    .option('--site <folder>', '静态页面文件夹 · folder of static pages (OPEN_INFO_SITE)')
    .option('--embed <folder>', '组件文件夹 · folder of the built widgets (OPEN_INFO_EMBED)')
    .option(
      '--embed-archive <folder>',
      '旧版组件的文件夹，每个版本一个子文件夹 · folder of older versions of the widgets, a folder each (OPEN_INFO_EMBED_ARCHIVE)',
    )
    .option(
      '--pages <file>',
      '页面渲染文件 · the file that draws the pages (OPEN_INFO_PAGES, what the build makes)',
    )
    .option(
      '--site-name <name>',
      '页面上的网站名称，默认取区名 · name of the site on its pages (OPEN_INFO_SITE_NAME, of the district)',
    )
    .option('--site-code <code>', '网站标识码 · code of the site, 10 digits (OPEN_INFO_SITE_CODE)')
    .option(
      '--frame-ancestors <list>',
      '可用 iframe 嵌入组件的网页来源，逗号分隔，none 为一律不可，* 为任意 · origins that may frame an element, none or * (OPEN_INFO_FRAME_ANCESTORS, its own)',
    )
    .option(
      '--read-index <mode>',
      '内存读索引 on、auto、off · in-process read index (OPEN_INFO_READ_INDEX)',
    )
    .option(
      '--document-url <template>',
      '政策文件页面地址，含 {id} · page of a policy document, with {id} (OPEN_INFO_DOCUMENT_URL)',
    )
    .option(
      '--complaint-phone <number>',
      '明白卡上的监督电话，默认为发文机关公开机构的电话，没有的为 12345 · complaint line on plain cards (OPEN_INFO_COMPLAINT_PHONE)',
    )
    .option(
      '--matter-url <template>',
      '办事指南页面地址，含 {id} · page of a service matter, with {id} (OPEN_INFO_MATTER_URL)',
    )
    .option(
      '--write-origins <list>',
      '可提交的网页来源，逗号分隔，* 为任意 · origins whose pages may write, * for all (OPEN_INFO_WRITE_ORIGINS, its own; with the embedded database also localhost)',
    )
    .option(
      '--trust-proxy <hops|networks>',
      '前面可信代理的层数或地址段 · trusted proxies in front, how many or which networks (OPEN_INFO_TRUST_PROXY, 0)',
    )
    .option(
      '--oidc-issuer <url>',
      "统一身份认证（OpenID Connect）地址；不设则用自己的访问密钥（data 文件夹中的 access-key.json 或 OPEN_INFO_ACCESS_KEY） · issuer of officers' tokens, else the own access key signs them (OPEN_INFO_OIDC_ISSUER)",
    )
    .option(
      '--oidc-audience <name>',
      '令牌中本服务的名称（aud） · what the issuer calls this service (OPEN_INFO_OIDC_AUDIENCE)',
    )
    .option(
      '--oidc-organ-claim <path>',
      '令牌中的机关编号 · claim with the id of the organ (OPEN_INFO_OIDC_ORGAN_CLAIM, organ)',
    )
    .option(
      '--oidc-role-claim <path>',
      '令牌中的角色 · claim with the role or roles (OPEN_INFO_OIDC_ROLE_CLAIM, role)',
    )
    .option(
      '--challenge-after <number>',
      '同一地址十分钟内提交几次后须安全验证 · submissions of an address in ten minutes before a proof of work (OPEN_INFO_CHALLENGE_AFTER, 3)',
    )
    .option(
      '--challenge-overall <number>',
      '全站一分钟内提交几次后须安全验证 · submissions of all in a minute before one (OPEN_INFO_CHALLENGE_OVERALL, 60)',
    )
    .option(
      '--submit-limit <number>',
      '同一地址每小时最多提交几件申请 · filings of an address in an hour (OPEN_INFO_SUBMIT_LIMIT, 60)',
    )
    .option(
      '--clock-policy <list>',
      '期限计算中各机关做法不一的参数，如 sendingDayCounts=off · what practice disputes of the clock (OPEN_INFO_CLOCK_POLICY)',
    )
    .option(
      '--retention-days <number>',
      '办结后保存个人信息的天数 · days personal data are kept after the end of a request (OPEN_INFO_RETENTION_DAYS, 1095)',
    )
    .option(
      '--review-months <number>',
      '不公开、依申请公开的文件每隔几个月评估一次 · months between reviews of what is not open (OPEN_INFO_REVIEW_MONTHS, 12)',
    )
    .option(
      '--editing-alone <mode>',
      '同一人可以连续办理拟稿、审核、签发 on、off · one officer may take steps one after another (OPEN_INFO_EDITING_ALONE, off)',
    )
    .option(
      '--exchange <file>',
      '受理系统（办件数据交换）的 JSON 文件 · JSON file of acceptance systems (OPEN_INFO_EXCHANGE)',
    )
    .option(
      '--exchange-private <mode>',
      '允许从内网地址拉取办件 on、off · feeds in the private network (OPEN_INFO_EXCHANGE_PRIVATE, off)',
    )
    .option(
      '--webhooks <file>',
      '变更通知地址的 JSON 文件 · JSON file of webhooks (OPEN_INFO_WEBHOOKS)',
    )
    .option(
      '--webhook-private <mode>',
      '允许通知内网地址 on、off · webhooks in the private network (OPEN_INFO_WEBHOOK_PRIVATE, off)',
    )
    .option(
      '--subscription-url <url>',
      '确认、修改和停止订阅的页面；给出后即可订阅 · page that confirms and stops subscriptions; turns them on (OPEN_INFO_SUBSCRIPTION_URL)',
    )
    .option(
      '--service-url <url>',
      '本服务的公开地址，用于邮件一键退订 · public address of this service, for one-click stopping (OPEN_INFO_SERVICE_URL)',
    )
    .option(
      '--progress-url <url>',
      '查询办理进度的页面 · page where progress is looked up (OPEN_INFO_PROGRESS_URL)',
    )
    .option(
      '--push-gateway <url>',
      '短信、微信网关；签名密钥在 OPEN_INFO_PUSH_GATEWAY_SECRET 中 · gateway for SMS and WeChat, its secret in OPEN_INFO_PUSH_GATEWAY_SECRET (OPEN_INFO_PUSH_GATEWAY)',
    )
    .option(
      '--push-gateway-channels <list>',
      '网关的渠道 sms、wechat · channels of the gateway (OPEN_INFO_PUSH_GATEWAY_CHANNELS, sms)',
    )
    .option(
      '--mail-from <address>',
      '发件邮箱；邮件服务器由 OPEN_INFO_SMTP_URL 给出 · sender of mail, the server is OPEN_INFO_SMTP_URL (OPEN_INFO_MAIL_FROM)',
    )
    .option(
      '--mail-to <address>',
      '收件邮箱，默认为各机关公开工作机构的邮箱 · receiver, by default each office (OPEN_INFO_MAIL_TO)',
    )
    .option(
      '--desk-url <template>',
      '办理系统中申请的地址，含 {number} · page of a request for officers (OPEN_INFO_DESK_URL)',
    )
    .option(
      '--editing-url <template>',
      '办理系统中拟稿、发布、评估、清理的地址，含 {id}，可含 {kind} · page of a draft, release, review or clean-up for officers (OPEN_INFO_EDITING_URL)',
    );
}

/** Adds the flags of every command that opens the database. */
export function withDatabase(command: Command): Command {
  return command
    .option(
      '--data <folder>',
      '数据文件夹，memory 为只在内存中 · data folder, or memory (OPEN_INFO_DATA, .open-info)',
    )
    .option('--database-url <url>', 'PostgreSQL 地址 · PostgreSQL instead (DATABASE_URL)')
    .option(
      '--item-url <template>',
      '事项官方页面地址，含 {id} · page of an item, with {id} (OPEN_INFO_ITEM_URL)',
    )
    .option(
      '--cipher <name>',
      '加密算法 aes-256-gcm 或 sm4-gcm · cipher of personal data (OPEN_INFO_CIPHER)',
    )
    .option('--digest <name>', '审计摘要 sha256 或 sm3 · digest of the audit (OPEN_INFO_DIGEST)')
    .option('--log-level <level>', '日志 silent、error、info、debug · log level (OPEN_INFO_LOG)');
}
