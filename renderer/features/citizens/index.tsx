export default function CitizensPage() {
  return null;
}
