/** What names an institution as a whole. */
export const EMPLOYER =
  /^(?:Office|Ministry|Department|Agency|Bureau|Commission|Authority|City|Council|University) (?:for|of)\b|\b(?:Agency|Authority|Commission|Council|Ministry|University|Office)$/;
