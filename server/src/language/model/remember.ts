export { remembered, rememberedByText } from '../text/remember';
