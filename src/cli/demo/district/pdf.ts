/** The smallest PDF that every reader opens: one page, one line, and a link where one is asked for. */

/** @param text printable ASCII without brackets and backslashes */
export function demoPdf(text: string, linked: boolean): Uint8Array {
  const shown = `BT /F1 14 Tf 72 740 Td (${text}) Tj ET`;
  const link = '<< /Type /Annot /Subtype /Link /Rect [72 730 300 760] /Border [0 0 0] /A << /S /URI /URI (https://example.org/) >> >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>${linked ? ` /Annots [${link}]` : ''} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return new TextEncoder().encode(`${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
}
