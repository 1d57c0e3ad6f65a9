declare module 'twitter-text' {
  interface Entity {
    indices: [number, number];
    url?: string;
    hashtag?: string;
    screenName?: string;
    cashtag?: string;
  }
  const twitter: {
    parseTweet(text: string): { weightedLength: number; valid: boolean };
    extractEntitiesWithIndices(text: string): Entity[];
    extractUrlsWithIndices(text: string): Entity[];
  };
  export default twitter;
}
