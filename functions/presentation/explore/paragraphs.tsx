export function Paragraphs({ texts, look }: { texts: readonly string[]; look?: "quiet" }) {
  return (
    <>
      {texts.map((text) => (
        <p key={text} class={look}>
          {text}
        </p>
      ))}
    </>
  );
}
