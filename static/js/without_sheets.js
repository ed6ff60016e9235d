// Before Trix: it would write sheets of its own into the page, which the policy refuses; site.css draws it.
{
  const { head } = document;
  const insert = head.insertBefore;
  head.insertBefore = (node, before) => (node.nodeName === "STYLE" ? node : insert.call(head, node, before));
}
