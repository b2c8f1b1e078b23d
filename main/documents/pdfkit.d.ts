// What pdfkit 0.20 takes for readers that speak, and its types do not name yet.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a figure: left, top, right and bottom on the page. */
    bbox?: [number, number, number, number];
  }
  interface TableOptions {
    structParent?: PDFStructureElement;
  }
  interface CellOptions {
    scope?: 'Row' | 'Column';
  }
}
