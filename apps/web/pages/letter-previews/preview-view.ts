/** What the address says of the view. */
export interface PreviewView {
  journey: string | null;
  kind: string | null;
  step: string | null;
  /** Pixels: those of a phone, or of a window at a desk. */
  width: 390 | 700;
  as: 'html' | 'text';
}

export function choiceIn(search: URLSearchParams): PreviewView {
  return {
    journey: search.get('journey'),
    kind: search.get('kind'),
    step: search.get('step'),
    width: search.get('width') === '390' ? 390 : 700,
    as: search.get('as') === 'text' ? 'text' : 'html',
  };
}
