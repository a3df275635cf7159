/**
 * The upper halves of the two DOS code pages that British systems still export (0x9C is the pound sign). Node has
 * no decoder for them. Source: the code page tables of the Unicode Consortium.
 */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const decodeWith =
  (table: string) =>
  (bytes: Buffer): string =>
    bytes
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (character) => table.charAt(character.charCodeAt(0) - 0x80))

export const decodeCp850 = decodeWith(CP850)
export const decodeCp437 = decodeWith(CP437)
