/*
 * For editors that strip `type="module"`: a plain `<script src>` that brings in the loader as a
 * module. Written for the oldest browsers, which read it, do nothing and leave the plain link.
 */

/** Put in by the build: `../<version>/loader.js`, seen from this file, and its hash. */
declare const LOADER: { path: string; integrity: string };

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** The address of the loader, as the page's policy wants it. */
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  if (!trustedTypes) return url;
  try {
    const rules = { createScriptURL: (given: string) => given };
    return trustedTypes.createPolicy('open-info-loader', rules).createScriptURL(url);
  } catch {
    // The page does not know the policy. Where it demands Trusted Types, the plain link stays.
    return url;
  }
}

const own = document.currentScript as HTMLScriptElement | null;
if (own && 'noModule' in own) {
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = LOADER.integrity;
  // A page that trusts scripts by nonce trusts what they bring in.
  script.nonce = own.nonce;
  script.src = trusted(new URL(LOADER.path, own.src).href);
  document.head.appendChild(script);
}

export {};
