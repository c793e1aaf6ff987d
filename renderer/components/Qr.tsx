import qrcode from 'qrcode-generator';

export interface QrProps {
  readonly text: string;
  /** What scanning it does, or what it holds, for those who listen. */
  readonly label: string;
  /** `M` survives a crease; `H` a stain, at the price of a denser picture. */
  readonly correction?: 'L' | 'M' | 'Q' | 'H';
}

/** Clear modules around the picture, without which readers do not find it (ISO/IEC 18004: four). */
const QUIET_MODULES = 4;

/**
 * A QR code as one path, filling the inline size of its parent. Always dark on light, whatever the
 * theme: readers do not take it the other way round.
 */
export function Qr({ text, label, correction = 'M' }: QrProps) {
  const code = qrcode(0, correction);
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET_MODULES;
  return (
    <svg
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-theme="light"
      style={{ colorScheme: 'light', forcedColorAdjust: 'none' }}
    >
      <rect
        x={-QUIET_MODULES}
        y={-QUIET_MODULES}
        width={size}
        height={size}
        fill="var(--color-surface-raised)"
      />
      <path
        d={modulesPath(count, (row, column) => code.isDark(row, column))}
        fill="var(--color-ink)"
      />
    </svg>
  );
}

function modulesPath(count: number, isDark: (row: number, column: number) => boolean): string {
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (isDark(row, column)) {
        squares.push(`M${column} ${row}h1v1h-1z`);
      }
    }
  }
  return squares.join('');
}
