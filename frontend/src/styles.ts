// The pages allow no inline styles, so CodeMirror's rules go into a constructed style sheet.

import { StyleModule } from "style-mod";

/**
 * Make the rules of every editor in this document part of a constructed sheet.
 *
 * style-mod does so by itself in a shadow root only. A stand-in for one leads it there; what it
 * leaves on the stand-in, it then finds on the document.
 */
export function adoptStyles(): void {
  const shadow = {
    ownerDocument: document,
    get adoptedStyleSheets() {
      return document.adoptedStyleSheets;
    },
    set adoptedStyleSheets(sheets) {
      document.adoptedStyleSheets = sheets;
    },
  };
  StyleModule.mount(shadow as unknown as ShadowRoot, []);
  for (const key of Object.getOwnPropertySymbols(shadow)) {
    Object.defineProperty(document, key, Object.getOwnPropertyDescriptor(shadow, key)!);
  }
}
