/** Puts a text on the clipboard: through the desktop shell, where the page itself has no permission, or the browser. */
export function copyText(text: string): Promise<void> {
  return window.estafetaHost?.copyText(text) ?? navigator.clipboard.writeText(text);
}
