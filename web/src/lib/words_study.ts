// Words of the pages of a study: map, matrix, chain, comparison. Merged into words.svelte.ts.
export const studyWords = {
  map: ['海上の経路と通過点', 'Routes and passages'], passage: ['通過点', 'Passage'], country: ['国', 'Country'], stake: ['通れないと止まる付加価値', 'Value added that stops without it'],
  survives: ['止まるまでの日数', 'Days until it stops'], throughIt: ['そこを通る割合', 'Part that runs through it'], peryear: ['年', 'a year'], notBroken: ['途切れない', 'does not stop'],
  mapNote: [
    '点は町（GeoNames 2012、CC BY 4.0、人口1万5千人以上の町がある1度四方）、国は最大の町に置いた。線は通過点の順を示すだけで、船の航跡ではない。国境は、係争地を含め描いていない。',
    'Dots are towns (GeoNames 2012, CC BY 4.0: squares of one degree with a town of 15,000 or more); a country stands at its largest town. Lines show the order of passages, not the tracks of ships. No boundaries are drawn, disputed or not.',
  ],
  noRoutes: ['この調査には routes.csv がないか、経路に名前のついた通過点がない。network/routes.csv に経路と通過点（hormuz、malacca など）を書くと、ここに地図が出る。', 'This study has no routes.csv, or its routes name no passage. Write routes with passages (hormuz, malacca, …) into network/routes.csv and a map appears here.'],
  notPlaced: ['地図に位置のない通過点', 'Passages without a place on the map'], unknownOrigin: ['国の分からない供給は描いていない。', 'Supply of unknown country is not drawn.'],
  size: ['円の大きさ：通れないと止まる付加価値', 'Size of a circle: value added that stops without it'], widthIs: ['線の太さ：その国の最大の供給割合', 'Width of a line: the largest share that the country supplies of an item'],
  equator: ['赤道', 'Equator'], allRows: ['すべての行', 'All rows'], chains: ['数値ごとの道筋：', 'The chain of each figure:'], noSentence: ['引用文に行き着かない。判断か例示の値だけに基づく。', 'No quoted sentence is reached: judgements or illustrative values only.'],
} as const;
