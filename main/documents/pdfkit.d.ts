// What the table of pdfkit 0.20 takes for readers that speak, and its types do not name yet.
declare namespace PDFKit.Mixins {
  interface TableOptions {
    structParent?: PDFStructureElement;
  }
  interface CellOptions {
    scope?: 'Row' | 'Column';
  }
}
