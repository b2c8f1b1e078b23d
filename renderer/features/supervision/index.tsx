export default function SupervisionPage() {
  return null;
}
